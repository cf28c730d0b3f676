package org.yekuo.vocabulary;

/** A name or sentence for people, Chinese first, English beside it. */
public record Text(String zh, String en) {

    @Override
    public String toString() {
        return zh;
    }
}
