package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Commands that ask a running stack. */
class CommandsIT {

    @Test
    void cells_made_anew_from_observations_and_from_the_log_come_out_equal() throws Exception {
        var stack = DemoStack.running();

        assertThat(stack.command("rebuild-kpi"))
                .matches("\\d+ observations counted, 0 recovered from the log, 0 differences\n");
        assertThat(stack.command("rebuild-kpi", "--from-log"))
                .matches("\\d+ observations counted, 0 recovered from the log, 0 differences\n");
    }

    @Test
    void the_doctor_finds_a_running_stack_well_and_reads_its_figures() throws Exception {
        assertThat(DemoStack.running().command("doctor"))
                .contains("OK   durability: ", "OK   processes: supervised", "held by this stack's gateway")
                .contains("OK   survey ready: yes", "OK   feedback ready: yes", "OK   kpi ready: yes")
                .contains("survey events: oldest unsent", "feedback events: oldest unsent", "kpi events: oldest unsent")
                .doesNotContain("FAIL", "says no figures");
    }
}
