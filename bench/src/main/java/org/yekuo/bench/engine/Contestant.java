package org.yekuo.bench.engine;

import org.yekuo.bench.CountingSource;

/** One way to carry the case. */
interface Contestant extends AutoCloseable {

    /** Does one act of a person and says how long it took, or does not do it any more. */
    interface Clerk {
        void does(Runnable act);
    }

    String name();

    /** The schema its tables lie in. */
    String schema();

    CountingSource counter();

    /** Carries one new case from application to archive; every act goes through the clerk, in the order of {@link CaseShape#ACTS}. */
    void carry(Clerk clerk);

    @Override
    void close();
}
