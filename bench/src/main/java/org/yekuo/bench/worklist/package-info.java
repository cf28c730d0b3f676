/** The worklist over a province's year of open cases (待办清单), beside an engine's task list. */
package org.yekuo.bench.worklist;
