package org.yekuo.regulation.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.Pack;

/**
 * A pack as it was read, with what only its validation needs.
 *
 * @param actSignals signals that acts give, not stages
 * @param covers     for what the pack's procedures are complete
 * @param impossible facts that can't occur together
 * @param tableFiles in which file each table stands
 */
public record ParsedPack(Pack pack, Set<String> actSignals, List<Criteria> covers, List<Criteria> impossible, Map<String, String> tableFiles) {}
