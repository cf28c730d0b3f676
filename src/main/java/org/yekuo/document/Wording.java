package org.yekuo.document;

/**
 * How a paper is worded and set (文书格式).
 *
 * @param pack the pack whose templates word it
 * @param soon whether it is set at once by the program; else only when somebody asks for it, as the papers of a history taken over, which were handed
 *             out by another system
 */
public record Wording(String pack, boolean soon) {}
