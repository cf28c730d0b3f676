package org.yekuo.organisation;

import org.yekuo.vocabulary.UnitCode;

/** A hat somebody wears (岗位任职): a role in a department of a unit. */
public record Post(String staffNo, UnitCode unit, Department department, Role role) {}
