//! Stories of files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod s3;

use bytes::Bytes;
use each_engine::each_engine;
use futures_util::TryStreamExt;

use super::sweep::sweep;
use super::{Error, File, Files, Where, all, file, forget, insert};
use crate::ids::FileId;
use crate::testing::TestApp;

async fn read(files: &Files, id: FileId) -> Vec<u8> {
    let content = files.get(id).await.unwrap();
    let length = content.length;
    let pieces: Vec<Bytes> = content.pieces.try_collect().await.unwrap();
    let whole = pieces.concat();
    assert_eq!(whole.len() as u64, length);
    whole
}

#[each_engine]
async fn an_object_is_stored_read_listed_and_deleted(app: TestApp) {
    let id: FileId = app.new_id().unwrap();
    let stored = app.files.put_bytes(id, Bytes::from_static(b"coffee")).await.unwrap();
    assert_eq!(stored.length, 6);
    // `printf coffee | sha256sum`
    assert_eq!(stored.sha256, "37290d74ac4d186e3a8e5785d259d2ec04fac91ae28092e7620ec8bc99e830aa");
    let mut db = app.write().await.unwrap();
    let row = File::new(id, "text/plain", &stored, app.now());
    insert(&mut db, &row).await.unwrap();
    db.commit().await.unwrap();
    assert_eq!(all(&mut *app.read().await.unwrap()).await.unwrap(), std::slice::from_ref(&row));
    assert_eq!(file(&mut *app.read().await.unwrap(), id).await.unwrap(), Some(row));
    assert_eq!(read(&app.files, id).await, b"coffee");
    let listed = app.files.list().await.unwrap();
    assert_eq!((listed.len(), listed[0].id, listed[0].length), (1, id, 6));
    app.files.delete(id).await.unwrap();
    app.files.delete(id).await.unwrap();
    assert!(matches!(app.files.get(id).await, Err(Error::Missing(missing)) if missing == id));
}

#[each_engine]
async fn what_stops_halfway_leaves_nothing_behind(app: TestApp) {
    let id: FileId = app.new_id().unwrap();
    let large = Bytes::from(vec![7; 6 * 1024 * 1024]);
    let broken = [Ok(large.clone()), Ok(large), Err(std::io::Error::other("the network went"))];
    assert!(matches!(app.files.put(id, futures_util::stream::iter(broken)).await, Err(Error::Read(_))));
    assert!(app.files.list().await.unwrap().is_empty());
    assert!(matches!(app.files.get(id).await, Err(Error::Missing(_))));
}

#[each_engine]
async fn an_object_without_a_row_is_swept_after_a_day(app: TestApp) {
    let (kept, left): (FileId, FileId) = (app.new_id().unwrap(), app.new_id().unwrap());
    let stored = app.files.put_bytes(kept, Bytes::from_static(b"kept")).await.unwrap();
    app.files.put_bytes(left, Bytes::from_static(b"left")).await.unwrap();
    let mut db = app.write().await.unwrap();
    insert(&mut db, &File::new(kept, "text/plain", &stored, app.now())).await.unwrap();
    db.commit().await.unwrap();
    // Objects carry the store's time, which is the machine's; it is far behind a clock in the year 2100.
    sweep((*app).clone()).await.unwrap();
    assert_eq!(app.files.list().await.unwrap().len(), 2, "too young to be swept");
    app.at("2100-01-01T12:00");
    sweep((*app).clone()).await.unwrap();
    let listed = app.files.list().await.unwrap();
    assert_eq!(listed.iter().map(|object| object.id).collect::<Vec<_>>(), [kept]);
    let mut db = app.write().await.unwrap();
    forget(&mut db, kept).await.unwrap();
    db.commit().await.unwrap();
    sweep((*app).clone()).await.unwrap();
    assert!(app.files.list().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_file_that_is_none_of_ours_is_let_alone() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("aa")).unwrap();
    std::fs::write(folder.path().join("aa/readme.txt"), "hello").unwrap();
    let files = Files::open(&Where::Folder(folder.path().to_owned())).unwrap();
    assert!(files.list().await.unwrap().is_empty());
}
