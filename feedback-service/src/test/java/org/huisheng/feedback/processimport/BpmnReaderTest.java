package org.huisheng.feedback.processimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.huisheng.feedback.processimport.BpmnModel.Node;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.TooLarge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BpmnReaderTest {

    private static final String BEGIN =
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\">";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String model(String inside) {
        return BEGIN + "<process id=\"P\">" + inside + "</process></definitions>";
    }

    @Test
    void tasks_come_in_the_order_of_the_flow_and_lie_in_the_innermost_lane() {
        var file = BEGIN + """
                <collaboration id="c"><participant id="pool" name="故障&#10;抢修" processRef="P"/></collaboration>
                <process id="P">
                  <laneSet id="s">
                    <lane id="outer" name="运检"><flowNodeRef>second</flowNodeRef>
                      <childLaneSet id="s2"><lane id="inner" name="抢修班"><flowNodeRef> second </flowNodeRef></lane></childLaneSet>
                    </lane>
                    <lane id="empty" name="空"/>
                    <lane id="desk" name="调度"><flowNodeRef>first</flowNodeRef></lane>
                  </laneSet>
                  <userTask id="second" name="现场&#10;抢修"><documentation>略</documentation></userTask>
                  <exclusiveGateway id="g"/>
                  <task id="first" name="派工"/>
                  <subProcess id="last" name="回访"><task id="hidden" name="不算"/>
                    <sequenceFlow id="h" sourceRef="last" targetRef="first"/></subProcess>
                  <sequenceFlow id="f1" sourceRef="first" targetRef="g"/>
                  <sequenceFlow id="f2" sourceRef="g" targetRef="second"/>
                  <sequenceFlow id="f3" sourceRef="second" targetRef="last"/>
                </process></definitions>
                """;

        var read = BpmnReader.read(bytes(file));

        assertThat(read).singleElement().satisfies(named -> {
            assertThat(named.name()).isEqualTo("故障 抢修");
            assertThat(named.model().tasksInOrder())
                    .extracting(Node::id, Node::name)
                    .extracting(Object::toString)
                    .containsExactly("(\"first\", \"派工\")", "(\"second\", \"现场 抢修\")", "(\"last\", \"回访\")");
            assertThat(named.model().lanesByNode())
                    .containsEntry("second", "inner")
                    .containsEntry("first", "desk");
            assertThat(named.model().lanes()).extracting(BpmnModel.Lane::id).containsExactly("outer", "inner", "desk");
        });
    }

    @Test
    void it_is_read_in_the_letters_it_says_it_is_written_in() {
        var text = "<?xml version=\"1.0\" encoding=\"GB18030\"?>" + model("<task id=\"a\" name=\"受理\"/>");

        var read = BpmnReader.read(text.getBytes(Charset.forName("GB18030")));

        assertThat(read.getFirst().model().tasksInOrder())
                .extracting(Node::name)
                .containsExactly("受理");
    }

    static Stream<String> notAModel() {
        var bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        return Stream.of(
                "",
                "no xml",
                "<definitions><process id=\"P\"/></definitions>",
                BEGIN + "</definitions>",
                BEGIN,
                "<!DOCTYPE definitions>" + model(""),
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + model("<task id=\"a\" name=\"&x;\"/>"),
                "<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/x.dtd\">" + model(""),
                bomb + model("<task id=\"a\" name=\"a\"><documentation>&b;</documentation></task>"),
                model("<documentation>&unknown;</documentation>"),
                model("<laneSet id=\"s\"><lane id=\"l\"><flowNodeRef><task id=\"a\"/></flowNodeRef></lane></laneSet>"),
                model("<extensionElements>".repeat(100) + "</extensionElements>".repeat(100)),
                model("<task/>".repeat(100_001)));
    }

    @ParameterizedTest
    @MethodSource("notAModel")
    void what_is_no_model_or_more_than_one_reads_is_refused(String file) {
        assertThatThrownBy(() -> BpmnReader.read(bytes(file))).isInstanceOf(Malformed.class);
    }

    @Test
    void a_file_larger_than_models_are_is_not_even_begun() {
        assertThatThrownBy(() -> BpmnReader.read(new byte[BpmnReader.MOST_BYTES + 1]))
                .isInstanceOf(TooLarge.class);
    }
}
