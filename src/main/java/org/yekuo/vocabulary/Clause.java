package org.yekuo.vocabulary;

/** The article a rule rests on (条款), as one cites it: {@code 细则 4.1.2}, {@code 供电营业规则 第二十一条}. */
public record Clause(String value) {

    public Clause {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A clause names the article it stands for.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
