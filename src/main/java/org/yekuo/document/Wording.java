package org.yekuo.document;

import org.yekuo.vocabulary.UnitCode;

/**
 * How a paper is worded and set (文书格式), and in whose name.
 *
 * @param pack   the pack whose templates word it
 * @param issuer the company that issues it (出具单位): the one that handles the case that day
 * @param soon   whether it is set at once by the program; else only when somebody asks for it, as the papers of a history taken over, which were handed
 *               out by another system
 */
public record Wording(String pack, UnitCode issuer, boolean soon) {}
