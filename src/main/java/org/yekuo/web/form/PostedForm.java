package org.yekuo.web.form;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of a posted page what the REST contract gets as JSON: {@code load.capacityKva}, {@code items[2].verdict}, {@code surveyors[]}. Names that
 * begin with an underscore are the page's own. Of several values under one name the last counts: a box that is not ticked leaves the hidden
 * {@code false} before it.
 */
public final class PostedForm {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?:\\[(\\d{1,4})])?");
    private static final int MOST_FIELDS = 5000;

    private PostedForm() {}

    /** The posted values as a tree; names that are no paths are left out. */
    public static ObjectNode tree(MultiValueMap<String, String> posted) {
        var root = NODES.objectNode();
        posted.entrySet().stream().filter(entry -> !entry.getKey().startsWith("_")).limit(MOST_FIELDS).forEach(entry -> put(root, entry));
        return root;
    }

    private static void put(ObjectNode root, Map.Entry<String, List<String>> entry) {
        boolean list = entry.getKey().endsWith("[]");
        var steps = (list ? entry.getKey().substring(0, entry.getKey().length() - 2) : entry.getKey()).split("\\.");
        ObjectNode at = root;
        for (int i = 0; i < steps.length; i++) {
            var step = STEP.matcher(steps[i]);
            if (!step.matches()) {
                return;
            }
            boolean last = i == steps.length - 1;
            if (step.group(2) != null) {
                var array = at.get(step.group(1)) instanceof ArrayNode there ? there : at.putArray(step.group(1));
                at = entry(array, Integer.parseInt(step.group(2)));
            } else if (!last) {
                at = at.get(step.group(1)) instanceof ObjectNode there ? there : at.putObject(step.group(1));
            }
            if (last && step.group(2) == null) {
                at.set(step.group(1), list ? all(entry.getValue()) : NODES.stringNode(entry.getValue().getLast()));
            }
        }
    }

    private static ObjectNode entry(ArrayNode array, int index) {
        while (array.size() <= Math.min(index, 3000)) {
            array.addObject();
        }
        return (ObjectNode) array.get(Math.min(index, 3000));
    }

    private static JsonNode all(List<String> values) {
        var array = NODES.arrayNode();
        values.stream().filter(value -> !value.isBlank()).forEach(array::add);
        return array;
    }
}
