package org.consoleme.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's own Chromium, for browser walks: nothing is downloaded. Where there is none the
 * test class is skipped and says so.
 *
 * <p>Use it as a static field with {@code @RegisterExtension}.
 */
public final class Chromium implements BeforeAllCallback {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");

    /** No sandbox: it does not start as root, and the pages are our own. */
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        Path program = find().orElseGet(() -> abort("there is no Chromium here: " + NAMES));
        running =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(Chromium.class))
                        .getOrComputeIfAbsent(
                                Running.class, key -> Running.start(program), Running.class);
    }

    public Browser browser() {
        return running.browser();
    }

    private static Optional<Path> find() {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .map(Path::of)
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        static Running start(Path program) {
            Playwright playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Running(
                    playwright,
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(program)
                                            .setArgs(ARGUMENTS)));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
