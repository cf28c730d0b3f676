package org.yekuo.organisation;

/** A member of staff (职工). */
public record Staff(String no, String name, String phone, boolean active) {}
