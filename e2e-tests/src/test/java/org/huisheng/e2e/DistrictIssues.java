package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.huisheng.demo.Api;

/** A month is sealed by two people, and its briefing written by one and approved by another. */
final class DistrictIssues {

    private static final String BRIEFINGS = "/api/kpi/v1/briefings";

    private final District district;

    DistrictIssues(District district) {
        this.district = district;
    }

    /** What every issue of the year begins with. */
    void design() throws IOException, InterruptedException {
        var content = Api.object()
                .put("masthead", "社责简报")
                .put("organisation", "全面社会责任管理工作办公室")
                .put("title", "")
                .put("footer", "内部资料，注意保存。");
        var sections = content.putArray("sections");
        var management = section(sections, "MANAGEMENT", "管理推进");
        words(management, "本月市场营销部绩效合约得分 {MKT} 分，送变电公司 {TRANS} 分，人力资源部 {HR} 分。");
        block(management, "TABLE");
        for (var department : District.DEPARTMENTS) {
            block(management, "TABLE").put("department", department);
        }
        var integration = section(sections, "INTEGRATION", "基层融入");
        words(integration, "三个部门的员工责任意识稳步提升。");
        block(integration, "BARS").put("indicator", "AWARENESS_EMPLOYEE");
        var outcome = section(sections, "OUTCOME", "成效反馈");
        words(outcome, "市场营销部反馈事项解决率 {MKT/RESOLUTION_RATE}，满意率 {MKT/SATISFACTION_RATE}。");
        for (var indicator : new String[] {"RESOLUTION_RATE", "CUSTOMER_SATISFACTION", "ENTERPRISE_SATISFACTION"}) {
            block(outcome, "LINE").put("department", District.FRONT).put("indicator", indicator);
        }
        block(outcome, "LINE").put("department", District.SUPPORT);
        words(section(sections, "LEARNING", "每期一学"), "社会责任案例：让黑楼道持续亮起来。");
        district.office.change("PUT", "/api/kpi/v1/briefing-template", content);
    }

    JsonNode seal(YearMonth month) throws IOException, InterruptedException {
        var path = "/api/kpi/v1/periods/" + month + "/seal";
        assertThat(district.office.post(path, Api.object()).status()).isEqualTo(202);
        assertThat(district.office.post(path, Api.object()).body().path("type").asText())
                .endsWith("second-person-needed");
        var sealed = district.leader.post(path, Api.object());
        assertThat(sealed.status()).as(sealed.body().toString()).isEqualTo(201);
        return sealed.body();
    }

    /**
     * @param outcomes what is told of the month's outcomes beside the template
     * @return the issue's id
     */
    String publish(YearMonth month, List<String> outcomes) throws IOException, InterruptedException {
        var draft = district.office.created(BRIEFINGS, Api.object().put("period", month.toString()));
        var path = BRIEFINGS + "/" + draft.path("id").asText();
        var content = (ObjectNode) draft.path("content");
        content.put("title", month.getYear() + "年" + month.getMonthValue() + "月社会责任工作");
        for (var words : outcomes) {
            words((ArrayNode) content.at("/sections/2/blocks"), words);
        }
        district.office.change("PUT", path, content);
        district.office.change("POST", path + "/submission", Api.object());
        var published = district.leader.change("POST", path + "/publication", Api.object());
        assertThat(published.path("number").asInt()).isEqualTo(month.getMonthValue());
        return published.path("id").asText();
    }

    private static ArrayNode section(ArrayNode sections, String kind, String title) {
        return sections.addObject().put("kind", kind).put("title", title).putArray("blocks");
    }

    private static void words(ArrayNode blocks, String text) {
        block(blocks, "TEXT").put("text", text);
    }

    private static ObjectNode block(ArrayNode blocks, String kind) {
        return blocks.addObject().put("kind", kind);
    }
}
