-- What the customer drew on the screen when she signed (屏幕签字): a stored file of the case.
alter table receipt add column signature_file text;
