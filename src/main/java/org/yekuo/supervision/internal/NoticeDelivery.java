package org.yekuo.supervision.internal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.outbox.OutboxMessage;
import org.yekuo.outbox.OutboxSubscriber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts what is said in supervision into the boxes of those it is said to. */
@Component
class NoticeDelivery implements OutboxSubscriber {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> KINDS = Map.of("case.urged", "URGED", "case.urging-answered", "URGING_ANSWERED", "case.supervision-opened", "SUPERVISION_OPENED",
            "case.supervision-answered", "SUPERVISION_ANSWERED", "case.supervision-closed", "SUPERVISION_CLOSED");

    private final Notices notices;

    NoticeDelivery(Notices notices) {
        this.notices = notices;
    }

    @Override
    public boolean accepts(String topic) {
        return KINDS.containsKey(topic);
    }

    @Override
    public void deliver(OutboxMessage message) {
        var said = JSON.readTree(message.payloadJson());
        var kind = java.util.Objects.requireNonNull(KINDS.get(message.topic()));
        var args = List.of(text(said, "by"), text(said, "customer"), text(said, "aboutZh"), text(said, "aboutEn"), text(said, "text"), text(said, "answerBy"));
        var about = text(said, kind.startsWith("SUPERVISION") ? "n" : "about");
        said.path("to").valueStream().map(JsonNode::asString).distinct().forEach(staff -> notices.put(staff, message, kind, args, about));
    }

    private static String text(JsonNode said, String field) {
        return said.path(field).asString("");
    }
}
