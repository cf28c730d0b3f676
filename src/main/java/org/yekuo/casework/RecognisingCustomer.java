package org.yekuo.casework;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.CaseStore;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/** Knows a case's customer by the end of her telephone number (电话后四位), and lets her act as herself. */
@Component
public class RecognisingCustomer {

    private final CaseStore store;

    RecognisingCustomer(CaseStore store) {
        this.store = store;
    }

    /** Whether the case is that of a customer whose telephone number ends so. */
    @Transactional(readOnly = true)
    public boolean recognise(CaseNo no, String phoneTail) {
        return store.read(no).filter(file -> phoneTail.equals(file.phoneTail)).isPresent();
    }

    /** The customer of a case, as who she acts in it. */
    @Transactional(readOnly = true)
    public Optional<Actor> customer(CaseNo no) {
        return store.read(no).map(file -> Actor.customer(no, file.application.customerName()));
    }
}
