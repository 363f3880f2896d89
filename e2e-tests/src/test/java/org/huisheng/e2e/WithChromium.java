package org.huisheng.e2e;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives stories the browser and the stack they are about: one of each for all, the browser closed after the last. */
final class WithChromium implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace OURS = Namespace.create(WithChromium.class);

    /** Here rather than when it is asked for, so that stories without a browser on the path are skipped, not failed. */
    @Override
    public void beforeAll(ExtensionContext stories) {
        chromium(stories);
    }

    @Override
    public void afterEach(ExtensionContext story) {
        chromium(story).requireNothingForbidden();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext stories) {
        var type = parameter.getParameter().getType();
        return type == Chromium.class || type == DemoStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext stories) {
        return parameter.getParameter().getType() == Chromium.class ? chromium(stories) : stack();
    }

    private static Chromium chromium(ExtensionContext stories) {
        return stories.getRoot().getStore(OURS).computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
    }

    private static DemoStack stack() {
        try {
            return DemoStack.running();
        } catch (IOException failure) {
            throw new ParameterResolutionException("the stack does not run", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException("interrupted", interrupted);
        }
    }
}
