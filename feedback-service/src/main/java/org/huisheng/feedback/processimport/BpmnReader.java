package org.huisheng.feedback.processimport;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.huisheng.feedback.processimport.BpmnModel.Lane;
import org.huisheng.feedback.processimport.BpmnModel.Node;
import org.huisheng.feedback.processimport.FlowOrder.Flow;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.TooLarge;
import org.jspecify.annotations.Nullable;

/**
 * Reads BPMN 2.0. The file is somebody else's: it has no document type, so no entities, and is as deep and as long as models are.
 */
final class BpmnReader {

    static final int MOST_BYTES = 4 << 20;

    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 100_000;
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> TASKS = Set.of(
            "task",
            "userTask",
            "manualTask",
            "serviceTask",
            "scriptTask",
            "sendTask",
            "receiveTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "transaction",
            "adHocSubProcess");
    /** What goes on within is a matter of its own. */
    private static final Set<String> CLOSED = Set.of("subProcess", "transaction", "adHocSubProcess");

    private final XMLStreamReader xml;
    private final Deque<String> above = new ArrayDeque<>();
    private final List<BpmnModel> models = new ArrayList<>();
    private final Map<String, String> participants = new HashMap<>();
    private final Deque<Lane> lanes = new ArrayDeque<>();
    private @Nullable BpmnModel present;
    private int within;
    private int elements;

    private BpmnReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @param name of the process, or of the pool it fills where it has none */
    record NamedModel(BpmnModel model, @Nullable String name) {}

    /**
     * @throws Malformed if it is no model
     * @throws TooLarge if it is larger than models are
     */
    static List<NamedModel> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new TooLarge(MOST_BYTES);
        }
        try {
            var xml = safely().createXMLStreamReader(new ByteArrayInputStream(file));
            try {
                return new BpmnReader(xml).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException unreadable) {
            throw new Malformed("bad-bpmn");
        }
    }

    private static XMLInputFactory safely() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private List<NamedModel> read() throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new Malformed("bad-bpmn");
                default -> {}
            }
        }
        if (models.isEmpty()) {
            throw new Malformed("bad-bpmn");
        }
        return models.stream()
                .map(model -> new NamedModel(model, model.name() == null ? participants.get(model.id()) : model.name()))
                .toList();
    }

    private void begin() throws XMLStreamException {
        elements++;
        if (above.isEmpty() && !(isBpmn() && xml.getLocalName().equals("definitions"))
                || above.size() >= DEEPEST
                || elements > MOST_ELEMENTS) {
            throw new Malformed("bad-bpmn");
        }
        var word = isBpmn() ? xml.getLocalName() : "";
        if (word.equals("flowNodeRef")) {
            // Reads on to its end.
            refer(xml.getElementText().strip());
            return;
        }
        above.push(word);
        if (present == null) {
            outside(word);
        } else if (within == 0) {
            inside(present, word);
        }
        if (CLOSED.contains(word)) {
            within++;
        }
    }

    private void outside(String word) {
        var id = xml.getAttributeValue(null, "id");
        if (word.equals("process") && id != null) {
            present = new BpmnModel(line(), id, attribute("name"));
            models.add(present);
        } else if (word.equals("participant")) {
            var process = xml.getAttributeValue(null, "processRef");
            var name = attribute("name");
            if (process != null && name != null) {
                participants.putIfAbsent(process.substring(process.indexOf(':') + 1), name);
            }
        }
    }

    private void inside(BpmnModel model, String word) {
        var id = xml.getAttributeValue(null, "id");
        if (word.equals("sequenceFlow")) {
            var from = xml.getAttributeValue(null, "sourceRef");
            var to = xml.getAttributeValue(null, "targetRef");
            if (from != null && to != null) {
                model.add(new Flow(from, to));
            }
        } else if (word.equals("lane") && id != null) {
            var lane = new Lane(line(), id, attribute("name"), new ArrayList<>());
            model.add(lane);
            lanes.push(lane);
        } else if (id != null && isNode(word)) {
            model.add(new Node(line(), id, attribute("name"), TASKS.contains(word)));
        }
    }

    private static boolean isNode(String word) {
        return TASKS.contains(word) || word.endsWith("Event") || word.endsWith("Gateway");
    }

    private void refer(String node) {
        var lane = lanes.peek();
        if (lane != null && within == 0) {
            lane.nodes().add(node);
        }
    }

    private void end() {
        var word = above.pop();
        if (CLOSED.contains(word)) {
            within--;
        } else if (word.equals("lane") && within == 0) {
            lanes.poll();
        } else if (word.equals("process")) {
            present = null;
        }
    }

    private boolean isBpmn() {
        return BPMN.equals(xml.getNamespaceURI());
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }

    /** Names are broken into lines to fit into their boxes. */
    private @Nullable String attribute(String called) {
        var said = xml.getAttributeValue(null, called);
        var text = said == null ? "" : said.replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? null : text;
    }
}
