package org.huisheng.feedback.lecture;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.HttpTest;

/** Lectures as requests. */
public abstract class LectureFixture extends HttpTest {

    protected static final String LECTURES = "/api/feedback/v1/lectures";
    protected static final String SIGN_INS = "/api/feedback/v1/lecture-sign-ins/";

    protected static Map<String, Object> lecture(String department, Instant startsAt) {
        var lecture = new HashMap<String, Object>();
        lecture.put("id", UUID.randomUUID().toString());
        lecture.put("department", department);
        lecture.put("level", "TEAMS");
        lecture.put("topic", "社会责任与班组日常工作");
        lecture.put("place", "三楼会议室");
        lecture.put("speaker", "部门联络员");
        lecture.put("startsAt", startsAt.toString());
        lecture.put("capacity", 60);
        return lecture;
    }

    protected static String planned(String department, Instant startsAt) {
        return planned(lecture(department, startsAt));
    }

    protected static String planned(Map<String, Object> lecture) {
        return as(office())
                .body(lecture)
                .post(LECTURES)
                .then()
                .statusCode(201)
                .extract()
                .path("lecture.id");
    }

    protected static Response stepped(String bearer, String id, String step, Object body) {
        return as(bearer).body(body).post(LECTURES + "/" + id + "/" + step);
    }

    protected static void open(String id) {
        stepped(office(), id, "opening", Map.of()).then().statusCode(200);
    }

    protected static String opened(String department, Instant startsAt) {
        var id = planned(department, startsAt);
        open(id);
        return id;
    }

    protected static Response add(String id, String department, String... numbers) {
        return stepped(office(), id, "attendances", Map.of("department", department, "staffNumbers", List.of(numbers)));
    }

    protected static Response hold(String id) {
        return stepped(office(), id, "holding", Map.of());
    }

    /** The last part of the address on the wall. */
    protected static String token(String id) {
        String address = as(office())
                .get(LECTURES + "/" + id + "/sign-in-address")
                .then()
                .statusCode(200)
                .extract()
                .path("url");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    protected static Response signIn(String token, String number, String department) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("staffNumber", number, "department", department))
                .post(SIGN_INS + token);
    }
}
