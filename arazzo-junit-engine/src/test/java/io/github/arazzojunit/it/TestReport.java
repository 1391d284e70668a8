package io.github.arazzojunit.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The XML files that Surefire or Failsafe wrote. */
record TestReport(List<Suite> suites) {

    /** One file: what its head counts, and its tests in the order of the file. */
    record Suite(String name, int tests, int failures, int errors, int skipped, List<TestCase> testCases) {

        String counts() {
            return "%d tests, %d failures, %d errors, %d skipped".formatted(tests, failures, errors, skipped);
        }

        /** Class, name and results of every test. */
        List<String> lines() {
            return testCases.stream().map(TestCase::toString).toList();
        }

        /** The only test whose name ends so. */
        TestCase testCase(String ending) {
            List<TestCase> found = testCases.stream()
                    .filter(testCase -> testCase.name().endsWith(ending))
                    .toList();
            if (found.size() != 1) {
                throw new AssertionError("One test named '…" + ending + "' expected in " + lines());
            }
            return found.get(0);
        }
    }

    /**
     * One test.
     *
     * @param results the elements that tell anything else than success, in order
     * @param message text and {@code message} of the first of them
     */
    record TestCase(String className, String name, List<String> results, String message) {

        @Override
        public String toString() {
            return className + ": " + name + (results.isEmpty() ? "" : " " + results);
        }
    }

    static TestReport in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new TestReport(List.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new TestReport(
                    files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                            .sorted()
                            .map(TestReport::read)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Suite only() {
        if (suites.size() != 1) {
            throw new AssertionError("One file expected, but there are " + suites);
        }
        return suites.get(0);
    }

    private static Suite read(Path file) {
        try {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            return new Suite(
                    suite.getAttribute("name"),
                    count(suite, "tests"),
                    count(suite, "failures"),
                    count(suite, "errors"),
                    count(suite, "skipped"),
                    children(suite).stream()
                            .filter(child -> child.getTagName().equals("testcase"))
                            .map(TestReport::testCase)
                            .toList());
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(file + " is not readable", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestCase testCase(Element element) {
        List<Element> results = children(element).stream()
                .filter(child -> !child.getTagName().startsWith("system-"))
                .toList();
        return new TestCase(
                element.getAttribute("classname"),
                element.getAttribute("name"),
                results.stream().map(Element::getTagName).toList(),
                results.stream()
                        .findFirst()
                        .map(first -> first.getAttribute("message") + "\n" + first.getTextContent())
                        .orElse(""));
    }

    private static int count(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        List<Element> children = new ArrayList<>();
        IntStream.range(0, nodes.getLength()).forEach(i -> {
            if (nodes.item(i) instanceof Element element) {
                children.add(element);
            }
        });
        return children;
    }
}
