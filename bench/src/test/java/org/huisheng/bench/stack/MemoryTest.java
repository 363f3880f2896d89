package org.huisheng.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void is_in_millions_of_bytes_whatever_the_kernel_counts_in() throws IOException {
        var memory = Memory.parse("VmPeak:\t 9000000 kB\nVmHWM:\t  250000 kB\nVmRSS:\t  125000 kB\nThreads:\t40\n");

        assertThat(memory).isEqualTo(new Memory(128, 256));
    }

    @Test
    void of_a_process_that_is_gone_there_is_none() {
        assertThatThrownBy(() -> Memory.parse("State:\tZ (zombie)\n")).hasMessageContaining("VmRSS");
    }
}
