package org.yekuo.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.document.internal.Specimens;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Shows how a pack words a paper (文书样张): a template set with what the newest such paper says. It bears no number and no code, so it is proof of nothing. */
@Component
public class PreviewingPaper {

    private final Specimens specimens;

    PreviewingPaper(Specimens specimens) {
        this.specimens = specimens;
    }

    /** The PDF, or nothing where none of these companies issued such a paper to a case that is {@code visible}. The pack has the template. */
    @Transactional(readOnly = true)
    public Optional<byte[]> preview(Pack pack, String template, List<UnitCode> companies, Predicate<CaseNo> visible) {
        return specimens.newest(pack, template, companies).stream().filter(said -> visible.test(said.caseNo())).findFirst().map(said -> specimens.set(pack, template, said));
    }
}
