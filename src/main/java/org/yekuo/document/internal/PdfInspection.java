package org.yekuo.document.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.yekuo.access.ClearFile;

/** Looks at every object of a PDF for a script or a program it would start. One that can't be read can't be judged, and nobody could read it later. */
final class PdfInspection {

    private static final Set<String> PROGRAMS = Set.of("JavaScript", "Launch", "ImportData");

    /** What one file may take of the memory while it is looked at. */
    private static final long MEMORY = 128L * 1024 * 1024;

    private PdfInspection() {}

    static Optional<String> fault(ClearFile file) {
        try (var document = open(file)) {
            if (document.getNumberOfPages() == 0) {
                return Optional.of("document.file-broken");
            }
            return acts(document) ? Optional.of("document.pdf-active") : Optional.empty();
        } catch (InvalidPasswordException locked) {
            return Optional.of("document.pdf-locked");
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return Optional.of("document.file-broken");
        }
    }

    static PDDocument open(ClearFile file) throws IOException {
        return Loader.loadPDF(new PdfSource(file), "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MEMORY).streamCache);
    }

    private static boolean acts(PDDocument document) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var open = new ArrayDeque<COSBase>();
        open.add(document.getDocument().getTrailer());
        // Those nothing refers to are looked at too: a reader that repairs a file may find them.
        document.getDocument().getXrefTable().keySet().forEach(key -> open.add(document.getDocument().getObjectFromPool(key)));
        while (!open.isEmpty()) {
            var object = resolved(open.remove());
            if (object == null || !seen.add(object)) {
                continue;
            }
            if (object instanceof COSDictionary dictionary) {
                if (isActive(dictionary)) {
                    return true;
                }
                open.addAll(dictionary.getValues());
            } else if (object instanceof COSArray array) {
                array.forEach(item -> open.add(item == null ? COSNull.NULL : item));
            }
        }
        return false;
    }

    private static @Nullable COSBase resolved(COSBase object) {
        return object instanceof COSObject reference ? reference.getObject() : object;
    }

    private static boolean isActive(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.JS) || PROGRAMS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)));
    }
}
