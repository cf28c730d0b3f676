package org.yekuo.regulation;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a pack, named so that a clerk can find and mend it.
 *
 * @param file     relative to the folder of the pack
 * @param row      id of the row, key of the stage, or null when it concerns the whole file
 * @param sentence what is wrong
 */
public record PackFault(String file, @Nullable String row, String sentence) {

    @Override
    public String toString() {
        return row == null ? file + ": " + sentence : file + ", " + row + ": " + sentence;
    }
}
