package org.huisheng.kit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huisheng.events.EventType;
import org.huisheng.events.IntegrationEvent;
import org.huisheng.kit.platform.MissingFields;
import org.huisheng.kit.trace.Traceparent;
import org.jspecify.annotations.Nullable;

/** Events as CloudEvents 1.0 in Kafka's binary mode. Its JSON settings are part of the wire contract. */
public final class EventCodec {

    /** CloudEvents' extension for distributed tracing. */
    static final String TRACE = "ce_" + Traceparent.HEADER;

    /** Our own extension: which version of its subject the event made. */
    static final String VERSION = "ce_subjectversion";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private EventCodec() {}

    public static byte[] encode(IntegrationEvent event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Event cannot be written as JSON", impossible);
        }
    }

    /** @throws UnreadableEvent if the record is not one of our events, whole and well formed */
    static ReceivedEvent decode(ConsumerRecord<String, byte[]> record) {
        var typeName = header(record, "ce_type");
        var id = header(record, "ce_id");
        if (typeName == null || id == null || record.value() == null) {
            throw new UnreadableEvent("not a CloudEvent: ce_type, ce_id or data missing");
        }
        var type =
                EventType.byWireName(typeName).orElseThrow(() -> new UnreadableEvent("unknown event type " + typeName));
        try {
            var event = JSON.readValue(record.value(), type.payload());
            var missing = MissingFields.of((Record) event);
            if (!missing.isEmpty()) {
                throw new UnreadableEvent(typeName + ": required but missing " + missing);
            }
            return new ReceivedEvent(UUID.fromString(id), event, version(record));
        } catch (IOException | IllegalArgumentException invalid) {
            throw new UnreadableEvent(typeName + ": " + invalid.getClass().getSimpleName());
        }
    }

    private static @Nullable Long version(ConsumerRecord<String, byte[]> record) {
        var said = header(record, VERSION);
        return said == null ? null : Long.valueOf(said);
    }

    static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
