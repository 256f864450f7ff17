package org.consoleme.local;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class path of the tests, under Maven's exec plug-in as well as under Surefire. */
final class TestClassPath {
    private TestClassPath() {}

    static List<Path> entries() {
        if (TestClassPath.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs()).map(TestClassPath::path).toList();
        }
        // Surefire's own class path is one jar; it leaves the real one in this property
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator, -1)).map(Path::of).toList();
    }

    static String text() {
        return String.join(File.pathSeparator, entries().stream().map(Path::toString).toList());
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
