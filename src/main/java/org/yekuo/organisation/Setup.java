package org.yekuo.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.UnitCode;

/** Units, halls, people, posts and areas to be entered together. */
public record Setup(List<Unit> units, List<Hall> halls, List<Staff> staff, List<Post> posts, List<Area> areas) {

    /** Who looks after an area: manager A, and B who stands in. */
    public record Area(UnitCode unit, String prefix, String a, @Nullable String b) {}
}
