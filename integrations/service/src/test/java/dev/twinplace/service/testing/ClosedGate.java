package dev.twinplace.service.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Each test begins with the gate of {@link TestSolvers} closed, and leaves it open. */
public final class ClosedGate implements BeforeEachCallback, AfterEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) {
        TestSolvers.close();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        TestSolvers.open();
    }
}
