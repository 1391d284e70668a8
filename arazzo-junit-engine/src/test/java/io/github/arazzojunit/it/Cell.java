package io.github.arazzojunit.it;

/** The versions that a user builds with. */
record Cell(String surefire, String junit) {

    @Override
    public String toString() {
        return "surefire-" + surefire + "-junit-" + junit;
    }
}
