package org.huisheng.survey.poster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.office;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PosterTest extends SurveyTest {

    private static final String CAMPAIGNS = "/api/survey/v1/campaigns/";

    @Test
    void a_code_leads_to_the_respondents_page() throws Exception {
        var campaign = draftCampaign(", \"anonymous\": true, \"access\": \"SINGLE_USE\"");
        var token = link(campaign);

        var png = get(campaign, "/links/" + token + "/qr.png?size=300");
        var svg = get(campaign, "/links/" + token + "/qr.svg");

        png.then().statusCode(200).contentType("image/png");
        assertThat(read(ImageIO.read(new ByteArrayInputStream(png.asByteArray()))))
                .endsWith("/s/" + token);
        svg.then().statusCode(200).contentType("image/svg+xml");
        assertThat(svg.asString()).startsWith("<svg xmlns=").contains("<path").endsWith("</svg>");
    }

    @Test
    void a_poster_has_a_page_a_station_with_its_name_a_readable_code_and_what_anonymous_means() throws Exception {
        var campaign = draftCampaign(", \"anonymous\": true, \"stations\": [\"VR 体验区\", \"充电桩展区\"]");
        linkAt(campaign, "VR 体验区");
        var token = linkAt(campaign, "充电桩展区");

        var pdf = get(campaign, "/poster.pdf");
        var one = get(campaign, "/poster.pdf?link=" + token);

        pdf.then().statusCode(200).contentType("application/pdf");
        Files.write(Path.of("target/poster.pdf"), pdf.asByteArray()); // for a human to look at
        try (var document = Loader.loadPDF(pdf.asByteArray())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(text).contains("春季开放日", "VR 体验区", "充电桩展区", "匿名填写", "Anonymous.", "/s/" + token);
        }
        try (var document = Loader.loadPDF(one.asByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(read(new PDFRenderer(document).renderImageWithDPI(0, 100)))
                    .endsWith("/s/" + token);
            for (var font : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(font).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void what_cannot_be_printed_is_said_in_the_callers_language() {
        var none = draftCampaign(", \"anonymous\": true");
        var single = draftCampaign(", \"anonymous\": true, \"access\": \"SINGLE_USE\"");
        var token = link(single);

        get(none, "/poster.pdf").then().statusCode(409).body("title", equalTo("活动还没有链接"));
        get(none, "/poster.pdf?station=zz").then().statusCode(409).body("title", equalTo("这个体验点还没有链接"));
        get(single, "/poster.pdf").then().statusCode(422).body("title", equalTo("请指定一个链接"));
        get(single, "/poster.pdf?link=" + token).then().statusCode(200);
        get(none, "/links/" + token + "/qr.svg").then().statusCode(404).contentType("application/problem+json");
        get(none, "/links/" + token + "/qr.png").then().statusCode(404);
        get(UUID.randomUUID().toString(), "/poster.pdf").then().statusCode(404);
        given().get(CAMPAIGNS + single + "/poster.pdf").then().statusCode(401);
        given().get(CAMPAIGNS + single + "/links/" + token + "/qr.svg").then().statusCode(401);
    }

    @Test
    void several_posters_at_once_are_printed_or_put_off_and_the_service_lives_on() {
        var campaign = draftCampaign(", \"anonymous\": true, \"stations\": [\"A\", \"B\"]");
        linkAt(campaign, "A");
        linkAt(campaign, "B");

        var answers = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> get(campaign, "/poster.pdf"),
                        task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers)
                .extracting(Response::statusCode)
                .isSubsetOf(200, 503)
                .contains(200);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 503)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotBlank());
        given().get("/q/health/live").then().statusCode(200);
        get(campaign, "/poster.pdf").then().statusCode(200).contentType("application/pdf");
    }

    /** Not by QRCodeReader: it takes the wrong three corners, and finds nothing, in one of some 75 codes. */
    private static String read(BufferedImage image) throws Exception {
        var codes = new QRCodeMultiReader()
                .decodeMultiple(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))));
        assertThat(codes).hasSize(1);
        return codes[0].getText();
    }

    private static String linkAt(String campaign, String station) {
        return given().header("Authorization", office())
                .contentType(ContentType.JSON)
                .body("{\"count\": 1, \"station\": \"" + station + "\"}")
                .post(CAMPAIGNS + campaign + "/links")
                .path("items[0].token");
    }

    private static Response get(String campaign, String path) {
        return given().header("Authorization", office()).get(CAMPAIGNS + campaign + path);
    }
}
