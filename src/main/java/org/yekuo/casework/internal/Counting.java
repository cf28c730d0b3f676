package org.yekuo.casework.internal;

import java.util.List;

/** A query that counts, with what stands in its places. */
record Counting(String sql, List<Object> params) {}
