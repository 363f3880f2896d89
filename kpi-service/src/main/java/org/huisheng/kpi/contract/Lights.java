package org.huisheng.kpi.contract;

import java.math.BigDecimal;

/** From which scores on the traffic light is yellow, and green. */
public record Lights(BigDecimal yellowFrom, BigDecimal greenFrom) {

    public static final Lights USUAL = new Lights(BigDecimal.valueOf(60), BigDecimal.valueOf(80));
}
