package org.huisheng.e2e.clock;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.ProtectionDomain;

/**
 * Gives a packaged service another clock. All its time comes from one bean, which an architecture test sees to; where that asks
 * for the system's clock it gets the moved one, and nothing else of the service is another.
 */
public final class ClockAgent {

    private static final String ONE_CLOCK = "org/huisheng/kit/platform/SystemClock";
    private static final ClassDesc CLOCK = ClassDesc.of("java.time.Clock");
    /** Tokens are signed by the gateway and verified by a library, which knows the system's clock only. */
    private static final String OF_GATEWAY = "HUISHENG_BOOTSTRAP_USERS";

    private ClockAgent() {}

    /** @param file that says how far the clock is moved */
    public static void premain(String file, Instrumentation jvm) throws IOException {
        if (System.getenv(OF_GATEWAY) != null) {
            return;
        }
        MovedClock.follow(Path.of(file));
        jvm.addTransformer(new ClassFileTransformer() {
            @Override
            public byte[] transform(
                    ClassLoader loader, String name, Class<?> known, ProtectionDomain domain, byte[] bytes) {
                return ONE_CLOCK.equals(name) ? withMovedClock(bytes) : null;
            }
        });
    }

    private static byte[] withMovedClock(byte[] bytes) {
        var file = ClassFile.of();
        return file.transformClass(
                file.parse(bytes), ClassTransform.transformingMethodBodies(ClockAgent::withMovedClock));
    }

    private static void withMovedClock(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call
                && call.owner().asSymbol().equals(CLOCK)
                && call.name().equalsString("systemUTC")) {
            code.invokestatic(ClassDesc.of("org.huisheng.e2e.clock.MovedClock"), "utc", MethodTypeDesc.of(CLOCK));
        } else {
            code.with(element);
        }
    }
}
