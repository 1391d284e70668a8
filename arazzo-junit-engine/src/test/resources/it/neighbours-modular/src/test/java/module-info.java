open module org.example {
    requires io.github.arazzojunit;
}
