package org.huisheng.survey.poster;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.huisheng.kit.paper.Press;
import org.huisheng.kit.problem.DomainException.Busy;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.campaign.CampaignFacts;
import org.huisheng.survey.campaign.Links.Link;
import org.huisheng.survey.campaign.RespondentPage;

/** An A4 page a link: what it is about, a code one can scan from three steps away, and what becomes of the answers. */
@ApplicationScoped
class Poster {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(BusinessDay.ZONE);

    /** Pixels: some 300 an inch. A drawing would want Batik, which keeps whole fonts in memory for ever after. */
    private static final int CODE = 1_200;

    private final Press press;
    private final RespondentPage page;
    private final String style;

    Poster(Press press, RespondentPage page) throws IOException {
        this.press = press;
        this.page = page;
        this.style = read("/poster/poster.css");
    }

    /** @throws Busy if others are being made for longer than somebody would wait */
    byte[] pdf(CampaignFacts campaign, List<Link> links) {
        return press.pdf("<html><head><title>%s</title><style>%s</style></head><body>%s</body></html>"
                .formatted(
                        Press.escaped(campaign.name()),
                        style,
                        links.stream().map(link -> sheet(campaign, link)).collect(Collectors.joining())));
    }

    private String sheet(CampaignFacts campaign, Link link) {
        var address = page.of(link.token());
        var station = link.station() == null
                ? ""
                : "<div class=\"station\"><span>%s</span></div>".formatted(Press.escaped(link.station()));
        return """
                <div class="sheet">
                  <div class="band">
                    <div class="brand">回声 <span class="latin">Huisheng</span></div>
                    <div class="title %s">%s</div>
                    %s
                  </div>
                  <div class="call">扫一扫，说说您的感受<div class="latin">Scan and tell us what you think</div></div>
                  <div class="code"><img src="data:image/png;base64,%s"/></div>
                  <div class="how">用手机扫描二维码，几分钟即可完成；提交后凭回执可查询处理结果。<div class="latin">Scan the code with
                    your phone. It takes a few minutes.<br/>Your receipt will show what became of it.</div></div>
                  <div class="link">%s</div>
                  <div class="note">%s</div>
                  <div class="until">截止 Open until %s</div>
                </div>
                """.formatted(
                        size(campaign.name()),
                        Press.escaped(campaign.name()),
                        station,
                        Base64.getEncoder().encodeToString(QrCode.png(address, CODE)),
                        Press.escaped(address),
                        campaign.anonymous() ? ANONYMOUS : NAMED,
                        DAY.format(campaign.closesAt().minusMillis(1)));
    }

    private static final String ANONYMOUS = """
            <b>匿名填写</b>　不保留姓名、设备、网络地址和具体时间<div class="latin"><b>Anonymous.</b> No name, device, network \
            address or exact time is kept with your answers.</div>""";
    private static final String NAMED = """
            您的回答仅用于改进我们的服务<div class="latin">Your answers are used only to improve what we do.</div>""";

    private static String size(String title) {
        return title.length() <= 10 ? "short" : title.length() <= 22 ? "medium" : "long";
    }

    private static String read(String resource) throws IOException {
        try (InputStream stream = Poster.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException("Not in the jar: " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
