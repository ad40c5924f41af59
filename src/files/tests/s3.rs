//! Files in a bucket. Without `KLATSCH_TEST_S3` (the address of an S3-compatible server, as `moto_server`,
//! with a bucket `klatsch`) a stand-in of a hundred lines speaks the protocol as far as Klatsch uses it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use futures_util::TryStreamExt;

use crate::clock::{Chance, Instant};
use crate::files::{Error, Files, Secret, Where};
use crate::ids::FileId;

/// Objects by key, and the parts of those under way.
#[derive(Default)]
struct Bucket {
    objects: BTreeMap<String, Bytes>,
    parts: BTreeMap<String, BTreeMap<u32, Bytes>>,
}

type Shared = Arc<Mutex<Bucket>>;

fn xml(text: String) -> Response {
    ([(header::CONTENT_TYPE, "application/xml")], text).into_response()
}

async fn answer(State(bucket): State<Shared>, method: Method, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let signed = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !signed.starts_with("AWS4-HMAC-SHA256 Credential=story/") {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut bucket = bucket.lock().unwrap();
    let key = uri.path().trim_start_matches("/klatsch").trim_start_matches('/').to_owned();
    let query: BTreeMap<String, String> =
        url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
    let tag = [(header::ETAG, "\"0\"")];
    match (method.as_str(), query.get("uploadId")) {
        ("GET", _) if key.is_empty() => {
            let prefix = query.get("prefix").cloned().unwrap_or_default();
            let mut list = String::from("<ListBucketResult><IsTruncated>false</IsTruncated>");
            for (name, content) in bucket.objects.iter().filter(|(name, _)| name.starts_with(&prefix)) {
                list.push_str(&format!(
                    "<Contents><Key>{name}</Key><LastModified>2026-01-14T18:00:00.000Z</LastModified><ETag>0</ETag><Size>{}</Size></Contents>",
                    content.len()
                ));
            }
            xml(list + "</ListBucketResult>")
        }
        ("POST", None) if query.contains_key("uploads") => {
            bucket.parts.insert(key, BTreeMap::new());
            xml("<InitiateMultipartUploadResult><UploadId>one</UploadId></InitiateMultipartUploadResult>".to_owned())
        }
        ("PUT", Some(_)) => {
            let number = query["partNumber"].parse().unwrap();
            bucket.parts.get_mut(&key).unwrap().insert(number, body);
            tag.into_response()
        }
        ("POST", Some(_)) => {
            let parts = bucket.parts.remove(&key).unwrap();
            let whole: Vec<u8> = parts.into_values().flatten().collect();
            bucket.objects.insert(key, whole.into());
            xml("<CompleteMultipartUploadResult><ETag>0</ETag></CompleteMultipartUploadResult>".to_owned())
        }
        ("DELETE", Some(_)) => {
            bucket.parts.remove(&key);
            StatusCode::NO_CONTENT.into_response()
        }
        ("POST", None) if query.contains_key("delete") => {
            let text = String::from_utf8(body.to_vec()).unwrap();
            let mut gone = String::new();
            for part in text.split("<Key>").skip(1) {
                let name = part.split("</Key>").next().unwrap();
                bucket.objects.remove(name);
                gone.push_str(&format!("<Deleted><Key>{name}</Key></Deleted>"));
            }
            xml(format!("<DeleteResult>{gone}</DeleteResult>"))
        }
        ("PUT", None) => {
            bucket.objects.insert(key, body);
            tag.into_response()
        }
        ("DELETE", None) => {
            bucket.objects.remove(&key);
            StatusCode::NO_CONTENT.into_response()
        }
        ("GET" | "HEAD", None) => match bucket.objects.get(&key) {
            Some(content) => {
                let kept = [(header::LAST_MODIFIED, "Wed, 14 Jan 2026 18:00:00 GMT"), (header::ETAG, "\"0\"")];
                (kept, content.clone()).into_response()
            }
            None => StatusCode::NOT_FOUND.into_response(),
        },
        _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}

/// The address of a server with a bucket `klatsch`.
async fn server() -> String {
    if let Ok(endpoint) = std::env::var("KLATSCH_TEST_S3") {
        return endpoint;
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new().fallback(answer).layer(DefaultBodyLimit::disable()).with_state(Shared::default());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    format!("http://{address}")
}

fn bucket(endpoint: String, prefix: &str) -> Where {
    Where::S3 {
        bucket: "klatsch".to_owned(),
        prefix: prefix.to_owned(),
        endpoint: Some(endpoint),
        region: "us-east-1".to_owned(),
        key: Some("story".to_owned()),
        secret: Some(Secret::new("hush")),
    }
}

fn id() -> FileId {
    Chance.uuid(Instant(1)).unwrap().into()
}

#[tokio::test]
async fn a_bucket_keeps_files_small_and_large() {
    let endpoint = server().await;
    // A prefix of this run alone: a server may keep what the last run left.
    let files = Files::open(&bucket(endpoint.clone(), &format!("district/{}", id()))).unwrap();
    let other = Files::open(&bucket(endpoint, &format!("other/{}", id()))).unwrap();
    let (small, large) = (id(), id());
    let stored = files.put_bytes(small, Bytes::from_static(b"coffee")).await.unwrap();
    assert_eq!(stored.sha256, "37290d74ac4d186e3a8e5785d259d2ec04fac91ae28092e7620ec8bc99e830aa");
    let piece = Bytes::from(vec![7; 1024 * 1024]);
    let pieces: Vec<std::io::Result<Bytes>> = (0..12).map(|_| Ok(piece.clone())).collect();
    let stored = files.put(large, futures_util::stream::iter(pieces)).await.unwrap();
    assert_eq!(stored.length, 12 * 1024 * 1024);
    let content = files.get(large).await.unwrap();
    assert_eq!(content.length, 12 * 1024 * 1024);
    let read: Vec<Bytes> = content.pieces.try_collect().await.unwrap();
    assert!(read.concat().iter().all(|byte| *byte == 7));
    let mut listed: Vec<_> = files.list().await.unwrap().iter().map(|object| (object.id, object.length)).collect();
    listed.sort_unstable();
    let mut expected = vec![(small, 6), (large, 12 * 1024 * 1024)];
    expected.sort_unstable();
    assert_eq!(listed, expected);
    assert!(other.list().await.unwrap().is_empty(), "another district sees none of it");
    assert!(matches!(other.get(small).await, Err(Error::Missing(_))));
    files.delete(small).await.unwrap();
    files.delete(small).await.unwrap();
    assert!(matches!(files.get(small).await, Err(Error::Missing(_))));
}

#[tokio::test]
async fn what_stops_halfway_leaves_no_object_in_a_bucket() {
    let files = Files::open(&bucket(server().await, &format!("halfway/{}", id()))).unwrap();
    let large = Bytes::from(vec![7; 6 * 1024 * 1024]);
    let broken = [Ok(large.clone()), Ok(large), Err(std::io::Error::other("the network went"))];
    assert!(matches!(files.put(id(), futures_util::stream::iter(broken)).await, Err(Error::Read(_))));
    assert!(files.list().await.unwrap().is_empty());
}
