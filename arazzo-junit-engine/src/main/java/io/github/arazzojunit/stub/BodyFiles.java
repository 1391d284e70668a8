package io.github.arazzojunit.stub;

import com.github.tomakehurst.wiremock.common.BinaryFile;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.TextFile;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Hands the body files of all roots to WireMock as if they stood in one folder; nothing can be written. */
final class BodyFiles implements FileSource {

    private static final String NAME = "stub roots";

    private final Map<String, URI> bodies;

    BodyFiles(Map<String, URI> bodies) {
        this.bodies = bodies;
    }

    @Override
    public BinaryFile getBinaryFileNamed(String name) {
        return new BinaryFile(find(name));
    }

    @Override
    public TextFile getTextFileNamed(String name) {
        return new TextFile(find(name));
    }

    private URI find(String name) {
        URI uri = bodies.get(name.replaceFirst("^/+", ""));
        if (uri == null) {
            throw new StubException("The body file '" + name
                    + "' is in no folder '__files' of the stub roots, so the stub that names it cannot answer."
                    + " Add the file or correct bodyFileName.");
        }
        return uri;
    }

    /** WireMock asks for the folder of the mappings too; those are added one by one instead. */
    @Override
    public FileSource child(String subDirectory) {
        return subDirectory.equals("__files") ? this : new BodyFiles(Map.of());
    }

    @Override
    public String getPath() {
        return NAME;
    }

    @Override
    public URI getUri() {
        return URI.create("stubs:/");
    }

    @Override
    public List<TextFile> listFilesRecursively() {
        return bodies.values().stream().map(TextFile::new).toList();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public void createIfNecessary() {
        // Nothing is ever written, so there is nothing to create.
    }

    @Override
    public void writeTextFile(String name, String contents) {
        throw readOnly(name);
    }

    @Override
    public void writeBinaryFile(String name, byte[] contents) {
        throw readOnly(name);
    }

    @Override
    public void deleteFile(String name) {
        throw readOnly(name);
    }

    private static StubException readOnly(String name) {
        return new StubException("The stub server does not change the files of its roots, so '" + name
                + "' stays as it is. Edit the file itself.");
    }
}
