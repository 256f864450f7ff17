package org.consoleme.it;

import org.consoleme.testing.RunningStack;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Signs weep in on a running stack, once for all tests of a class.
 *
 * <p>Use it as a static field with {@code @RegisterExtension}, ordered after the stack's.
 */
final class SignedInWeep implements BeforeAllCallback {
    private final RunningStack stack;
    private WeepTerminal terminal;

    SignedInWeep(RunningStack stack) {
        this.stack = stack;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        terminal = WeepTerminal.on(stack);
    }

    WeepTerminal terminal() {
        return terminal;
    }
}
