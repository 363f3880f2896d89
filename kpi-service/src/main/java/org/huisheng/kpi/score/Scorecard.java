package org.huisheng.kpi.score;

import java.time.Instant;
import org.huisheng.kpi.department.Department;
import org.huisheng.kpi.scoring.ContractScore;

/**
 * A department's contract with what it came to.
 *
 * @param asOf when the last thing it rests on changed
 */
public record Scorecard(Department department, ContractScore score, Instant asOf) {}
