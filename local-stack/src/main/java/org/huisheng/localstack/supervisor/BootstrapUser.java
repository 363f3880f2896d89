package org.huisheng.localstack.supervisor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Someone the gateway knows from its first start on. */
record BootstrapUser(
        String username,
        String password,
        List<String> roles,
        @Nullable String department) {}
