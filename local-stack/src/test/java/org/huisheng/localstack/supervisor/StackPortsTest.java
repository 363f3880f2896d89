package org.huisheng.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import org.huisheng.localstack.process.LoopbackPorts;
import org.junit.jupiter.api.Test;

class StackPortsTest {

    @Test
    void a_port_whose_owner_is_not_there_yet_is_no_other_stack_s() {
        var gateway = LoopbackPorts.anyFree();
        var early = new StackPorts(gateway);
        var chosen = early.reserve();
        early.release(chosen);

        var late = new StackPorts(gateway).reserve();

        assertThat(LoopbackPorts.isFree(chosen)).isTrue();
        assertThat(late).isGreaterThan(chosen);
    }
}
