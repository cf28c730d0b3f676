package org.yekuo.document;

import java.util.Optional;
import org.yekuo.vocabulary.UnitCode;

/**
 * Files as they are shown in a browser (预览): pages of a PDF and pictures, as pictures made here. Nothing of a file reaches the browser but what can be
 * seen: no script, no place, no camera. The file itself stays as it came. Where too many are drawn at the moment, {@link TooBusy}.
 */
public interface Previews {

    /** The most pages of one file that are shown. */
    int MOST_PAGES = 20;

    /** How many pages can be shown: of a PDF at most {@link #MOST_PAGES}, of a picture one, of anything else none. */
    int pages(StoredFile file);

    /** One page, from 1, as a JPEG picture; empty when there is no such page or it can't be drawn. */
    Optional<byte[]> page(UnitCode unit, String fileId, int page);
}
