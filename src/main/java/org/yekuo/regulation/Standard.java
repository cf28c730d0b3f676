package org.yekuo.regulation;

/** By whom a limit is watched: promised to the customer (承诺), assessed inside the company (考核), set by the state (法定). */
public enum Standard { COMMITTED, ASSESSED, STATUTORY }
