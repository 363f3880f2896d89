package org.huisheng.kpi.seal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.huisheng.kpi.seal.SealResource.SealState;

/**
 * A seal as it is shown.
 *
 * @param periods whose figures it froze
 */
record SealView(SealState state, @JsonUnwrapped Seal seal, List<String> periods) {

    static SealView of(Seal seal, List<String> periods) {
        return new SealView(SealState.SEALED, seal, periods);
    }
}
