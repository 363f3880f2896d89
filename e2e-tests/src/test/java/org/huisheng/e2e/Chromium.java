package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/** The system's own browser, as people hold it. Without one the stories are skipped, though never in CI. */
final class Chromium implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIETLY = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final Queue<String> forbidden = new ConcurrentLinkedQueue<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        var found = onThePath();
        assumeTrue(found.isPresent() || System.getenv("CI") != null, "no chromium on the path");
        assertThat(found).as("chromium on the path").isPresent();
        var playwright = Playwright.create();
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(found.orElseThrow())
                        .setArgs(QUIETLY));
        return new Chromium(playwright, browser);
    }

    /** A small phone, with nothing on it yet. */
    BrowserContext phone(String language) {
        return patient(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setLocale(language)));
    }

    /** On a desk, with a keyboard. */
    BrowserContext desktop(String language) {
        return patient(browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale(language)));
    }

    /** However wide and lit: to look at a page, not to do anything there. */
    BrowserContext screen(int width, String language, ColorScheme scheme) {
        return patient(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(language)
                .setColorScheme(scheme)));
    }

    BrowserContext touchScreen() {
        return patient(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setHasTouch(true)
                .setLocale("zh-CN")));
    }

    private BrowserContext patient(BrowserContext context) {
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                forbidden.add(message.page().url() + ": " + message.text());
            }
        });
        return context;
    }

    /** Kept in {@code target/pictures}, to be looked at: whether a page is good to look at no test can tell. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", name + ".png"))
                .setFullPage(true));
    }

    /** What axe calls serious or worse, once nothing moves: what fades in has too little contrast until it is there. */
    static List<String> barriers(Page page) throws IOException {
        page.waitForFunction("""
                () => document.getAnimations().every(({playState, effect}) =>
                    playState !== 'running' || effect.getComputedTiming().endTime === Infinity)
                """);
        var axe = Files.readString(Path.of("..", "web", "node_modules", "axe-core", "axe.min.js"));
        page.evaluate("() => {" + axe + "}");
        var found = (List<?>) page.evaluate("""
                async () => (await axe.run({resultTypes: ['violations']})).violations
                    .filter(({impact}) => ['serious', 'critical'].includes(impact))
                    .map(({id, nodes}) => id + ': ' + nodes.map(({target}) => target).join(' '))
                """);
        return found.stream().map(String::valueOf).toList();
    }

    private static Optional<Path> onThePath() {
        return Pattern.compile(":")
                .splitAsStream(System.getenv("PATH"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        requireNothingForbidden();
    }

    /** Of the pages since it was asked last. */
    void requireNothingForbidden() {
        var found = List.copyOf(forbidden);
        forbidden.removeAll(found);
        assertThat(found).as("what a page wanted and its policy forbids").isEmpty();
    }
}
