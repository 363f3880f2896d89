package org.huisheng.e2e;

import java.io.IOException;
import java.util.Locale;
import org.huisheng.demo.Api;

/** A case that its department has answered, and whoever raised it has not yet. */
final class ResolvedCase {

    private ResolvedCase() {}

    /** @return its path */
    static String of(DemoStack stack, String department) throws IOException, InterruptedException {
        var office = stack.as("office");
        var opened = office.created(
                "/api/feedback/v1/cases",
                Api.object()
                        .put("side", "CUSTOMER")
                        .put("category", "outage.corridor-light")
                        .put("title", "楼道灯不亮")
                        .put("description", "三单元楼道灯不亮"));
        var path = "/api/feedback/v1/cases/" + opened.path("id").asText();
        office.created(path + "/assignment", Api.object().put("department", department));
        var liaison = stack.as("liaison-" + department.toLowerCase(Locale.ROOT));
        liaison.created(path + "/start", Api.object());
        liaison.created(path + "/notes", Api.object().put("publicNote", "已约定复测时间"));
        liaison.created(
                path + "/resolution", Api.object().put("rootCause", "线路老化").put("actionTaken", "更换线路"));
        return path;
    }
}
