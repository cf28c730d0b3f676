package org.yekuo.customer;

import java.util.List;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * A customer on file.
 *
 * @param unit     the city company whose file it is
 * @param known    whether the customer was on file before
 * @param warnings what the clerk should look at; nothing in it prevents anything
 */
public record CustomerRef(UnitCode unit, long id, boolean known, List<Violation> warnings) {

    public CustomerRef {
        warnings = List.copyOf(warnings);
    }
}
