package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huisheng.demo.Api;

/** What all stories of staff do at the console: sign in, press a button, fill in a dialog, look at a page. */
final class Console {

    static final String CASES = "/api/feedback/v1/cases";
    /** One the gateway takes for somebody's own. */
    static final String OWN_PASSWORD = "Harbour lantern 27 quiet";

    /** Where there is no skeleton. */
    private static final Pattern LOADING = Pattern.compile("^(正在载入|Loading)");

    private static final int PHONE_WIDTH = 360;
    private static final boolean EVERY_SCREEN = "all".equals(System.getProperty("screens"));
    private static final int DESK_WIDTH = 1440;

    private Console() {}

    interface Filling {
        void fill(Locator dialog);
    }

    static Page signIn(BrowserContext browser, String user, String path) throws IOException, InterruptedException {
        return signIn(browser, user, stack().password(user), path);
    }

    static Page signIn(BrowserContext browser, String user, String password, String path)
            throws IOException, InterruptedException {
        var page = browser.newPage();
        page.navigate(address(path));
        enter(page, user, password);
        page.locator("#content").waitFor();
        return page;
    }

    static void enter(Page page, String user, String password) {
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
    }

    static void choosePassword(Page page, String temporary) {
        page.getByLabel("当前密码").fill(temporary);
        page.getByLabel("新密码", new Page.GetByLabelOptions().setExact(true)).fill(OWN_PASSWORD);
        page.getByLabel("再输一次新密码").fill(OWN_PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("修改")).click();
    }

    /** Presses a button, fills in the dialog it opens and sends it by the button of the same name. */
    static void take(Page page, String step, Filling filling) {
        take(page, step, step, filling);
    }

    static void take(Page page, String opens, String sends, Filling filling) {
        button(page, opens).click();
        send(page, sends, filling);
    }

    /** Fills in the dialog that is open and sends it. */
    static void send(Page page, String sends, Filling filling) {
        var dialog = page.getByRole(AriaRole.DIALOG);
        filling.fill(dialog);
        dialog.getByRole(AriaRole.BUTTON, inside(sends)).click();
        assertThat(dialog.getByRole(AriaRole.BUTTON, inside(sends))).hasCount(0);
    }

    static Locator status(Page page) {
        return page.locator("article > .stack > p .tag").first();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true)).first();
    }

    static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, named(name));
    }

    static Locator row(Page page, String text) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    static Locator.GetByRoleOptions inside(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    static String address(String path) throws IOException, InterruptedException {
        return stack().gateway() + "/console" + path;
    }

    /**
     * Each page, on a desk by day in one language and on a phone by night in the other: whole, without barriers, not wider than
     * it may be. With {@code -Dscreens=all} on a desk by night and a phone by day, too.
     */
    static void lookAt(Chromium chromium, String user, Map<String, String> pages)
            throws IOException, InterruptedException {
        var screens = new ArrayList<Screen>();
        screens.add(Screen.desk(chromium, ColorScheme.LIGHT));
        screens.add(Screen.phone(chromium, ColorScheme.DARK));
        if (EVERY_SCREEN) {
            screens.add(Screen.desk(chromium, ColorScheme.DARK));
            screens.add(Screen.phone(chromium, ColorScheme.LIGHT));
        }
        try {
            var opened = new LinkedHashMap<Screen, Page>();
            for (var screen : screens) {
                opened.put(screen, signIn(screen.browser(), user, "/"));
            }
            for (var page : pages.entrySet()) {
                // Each loads while the others do.
                for (var tab : opened.values()) {
                    tab.navigate(
                            address(page.getValue()), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
                }
                for (var screen : screens) {
                    look(Objects.requireNonNull(opened.get(screen)), screen, page.getKey() + " as " + user);
                }
            }
        } finally {
            screens.forEach(screen -> screen.browser().close());
        }
    }

    private record Screen(String name, int width, BrowserContext browser, ColorScheme scheme) {

        static Screen desk(Chromium chromium, ColorScheme scheme) {
            return new Screen("desk", DESK_WIDTH, chromium.screen(DESK_WIDTH, "zh-CN", scheme), scheme);
        }

        static Screen phone(Chromium chromium, ColorScheme scheme) {
            return new Screen("phone", PHONE_WIDTH, chromium.screen(PHONE_WIDTH, "en-GB", scheme), scheme);
        }

        @Override
        public String toString() {
            return name + ", " + scheme.name().toLowerCase(Locale.ROOT);
        }
    }

    private static void look(Page page, Screen screen, String what) throws IOException {
        var name = what + " on a " + screen;
        page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)).waitFor();
        page.waitForFunction("() => document.querySelectorAll('.el-skeleton').length === 0");
        assertThat(page.getByText(LOADING)).hasCount(0);
        assertThat(page.locator("main [role=alert]")).hasCount(0);
        assertThat(Chromium.barriers(page)).as(name).isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(screen.width());
        assertThat((String) page.evaluate("document.querySelector('main').innerText"))
                .as(name)
                .doesNotContain("undefined", "NaN");
        Chromium.picture(page, "console " + name);
    }

    static UUID openCase(String title) throws IOException, InterruptedException {
        var id = UUID.randomUUID();
        stack().as("office")
                .created(
                        CASES,
                        Api.object()
                                .put("caseId", id.toString())
                                .put("side", "CUSTOMER")
                                .put("category", "public-lighting")
                                .put("title", title)
                                .put("description", "楼道灯不亮"));
        return id;
    }

    private static DemoStack stack() throws IOException, InterruptedException {
        return DemoStack.running();
    }
}
